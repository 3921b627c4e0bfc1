#include "base/settings/Complaint.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>
#include <tuple>

namespace luot::base::settings {

namespace {

/// How many letters must be changed, added or taken away (Levenshtein).
std::size_t distance(const std::string& a, const std::string& b) {
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const auto changed = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
            diagonal = row[j];
            row[j] = std::min({changed, row[j] + 1, row[j - 1] + 1});
        }
    }
    return row.back();
}

}  // namespace

std::string Complaint::text() const {
    std::string where = file;
    if (line > 0) where += fmt::format(":{}", line);
    for (const auto* part : {&key, &what}) {
        if (part->empty()) continue;
        if (!where.empty()) where += ": ";
        where += *part;
    }
    return where;
}

std::string textOf(Complaints complaints) {
    std::stable_sort(complaints.begin(), complaints.end(), [](const auto& a, const auto& b) {
        return std::tie(a.file, a.line) < std::tie(b.file, b.line);
    });
    std::string text;
    for (const auto& complaint : complaints) text += complaint.text() + "\n";
    return text;
}

std::string nearest(const std::string& word, const std::vector<std::string>& known) {
    constexpr std::size_t shortest = 3;  // letters; below it every word is near every other
    if (word.size() < shortest) return "";
    std::string best;
    auto least = word.size() / 3 + 1;
    for (const auto& candidate : known) {
        const bool cut =
            candidate.size() >= shortest && (candidate.starts_with(word) || word.starts_with(candidate));
        const auto changes = cut ? 1 : distance(word, candidate);
        if (changes < least) std::tie(least, best) = std::tie(changes, candidate);
    }
    return best;
}

}  // namespace luot::base::settings
