#include "display/scene/Runs.hpp"

#include <charconv>
#include <cstdint>
#include <string_view>

namespace luot::display::scene {
namespace {

constexpr std::size_t leastRun = 3;

struct Parts {
    std::string_view prefix;
    std::int64_t value = -1;  ///< of the digits at the end; -1: none
};

Parts partsOf(const std::string& number) {
    const std::string_view all = number;
    const auto lastOther = all.find_last_not_of("0123456789");
    const auto digits = lastOther == std::string_view::npos ? 0 : lastOther + 1;
    Parts parts{all.substr(0, digits), -1};
    std::from_chars(number.data() + digits, number.data() + number.size(), parts.value);
    return parts;
}

bool follows(const std::string& next, const std::string& number) {
    const auto one = partsOf(number);
    const auto other = partsOf(next);
    return one.value >= 0 && one.prefix == other.prefix && other.value == one.value + 1;
}

}  // namespace

std::vector<std::string> runsOf(const std::vector<std::string>& numbers) {
    std::vector<std::string> runs;
    for (std::size_t from = 0; from < numbers.size();) {
        std::size_t to = from + 1;
        while (to < numbers.size() && follows(numbers[to], numbers[to - 1])) ++to;
        if (to - from >= leastRun)
            runs.push_back(numbers[from] + " - " + numbers[to - 1]);
        else
            runs.insert(runs.end(), numbers.begin() + static_cast<std::ptrdiff_t>(from),
                        numbers.begin() + static_cast<std::ptrdiff_t>(to));
        from = to;
    }
    return runs;
}

}  // namespace luot::display::scene
