#include "counter-client/alone/VisitFile.hpp"

#include "base/program/KeptFile.hpp"

namespace luot::counterclient::alone {

bool VisitFile::keep(const Memory& memory) const {
    return file_.empty() || base::keepText(file_, base::json::encodeText(memory));
}

std::optional<Memory> VisitFile::kept() const {
    const auto text = base::keptText(file_);
    if (!text) return std::nullopt;
    auto memory = base::json::decodeText<Memory>(*text);
    if (!memory) return std::nullopt;
    return std::move(*memory);
}

}  // namespace luot::counterclient::alone
