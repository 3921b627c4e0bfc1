#include "tests/simulation/hall/time/Trace.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>

namespace luot::simulation {

namespace {

constexpr std::size_t idCharacters = 25;  // base::newId
constexpr std::size_t keptLines = 40;
constexpr std::size_t keptCharacters = 220;

bool isOfIds(char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z'); }

}  // namespace

Trace::Trace(const Timeline& timeline) : timeline_(timeline) {
    if (const auto* path = std::getenv("LUOT_TRACE")) file_.open(path, std::ios::app);
}

void Trace::note(std::string_view who, std::string_view what) {
    auto line = fmt::format("{} {} {}", base::formatInstant(timeline_.now()), who, plain(what));
    for (const char c : line) hash_ = (hash_ ^ static_cast<unsigned char>(c)) * 0x100000001b3ULL;  // FNV-1a
    ++lines_;
    if (file_.is_open()) file_ << line << '\n';
    line.resize(std::min(line.size(), keptCharacters));
    newest_.push_back(std::move(line));
    if (newest_.size() > keptLines) newest_.pop_front();
}

/// An id is known by its length: no other run of small letters and digits is as long.
std::string Trace::plain(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    while (!text.empty()) {
        const auto end = std::find_if_not(text.begin(), text.end(), isOfIds);
        const auto run = text.substr(0, static_cast<std::size_t>(end - text.begin()));
        if (run.size() == idCharacters) {
            const auto [name, fresh] = names_.try_emplace(std::string(run));
            if (fresh) name->second = fmt::format("#{}", names_.size());
            out.append(name->second);
        } else {
            out.append(run);
        }
        text.remove_prefix(run.size());
        const auto next = std::find_if(text.begin(), text.end(), isOfIds);
        const auto rest = text.substr(0, static_cast<std::size_t>(next - text.begin()));
        out.append(rest);
        text.remove_prefix(rest.size());
    }
    return out;
}

std::string Trace::tail() const {
    std::string all;
    for (const auto& line : newest_) all += line + '\n';
    return all;
}

}  // namespace luot::simulation
