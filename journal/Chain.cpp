#include "journal/Chain.hpp"

#include <string>

namespace luot::journal {

namespace {

void addNetstring(std::string& bytes, std::string_view field) {
    bytes += std::to_string(field.size());
    bytes += ':';
    bytes += field;
    bytes += ',';
}

}  // namespace

ChainEnd chained(const ChainEnd& end, const Fact& fact) {
    const std::int64_t seq = end.seq + 1;
    std::string bytes;
    bytes.reserve(fact.data.size() + 256);
    bytes.append(reinterpret_cast<const char*>(end.hash.data()), end.hash.size());
    addNetstring(bytes, std::to_string(seq));
    addNetstring(bytes, std::to_string(fact.at.time_since_epoch().count()));
    for (const auto* field :
         {&fact.actor, &fact.device, &fact.commandId, &fact.subject, &fact.name, &fact.data})
        addNetstring(bytes, *field);
    return {seq, base::sha256(bytes)};
}

}  // namespace luot::journal
