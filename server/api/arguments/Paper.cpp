#include <fmt/format.h>

#include <boost/describe/class.hpp>
#include <charconv>

#include "base/Ids.hpp"
#include "server/api/arguments/Reading.hpp"

/// Numbers of a printed roll: each by itself, or from the first to the last.
namespace luot::server::api::arguments {

namespace {

/// Of one roll at once; the queue's own bound.
constexpr int maxNumbers = 500;
constexpr std::size_t maxNumberBytes = 20;

struct Paper {
    std::string service;
    std::optional<std::vector<std::string>> numbers;
    std::optional<std::string> from;
    std::optional<std::string> to;
    base::Instant issuedAt{};
};
BOOST_DESCRIBE_STRUCT(Paper, (), (service, numbers, from, to, issuedAt))

/// "A012" as "A" and 12 of three digits.
struct RollNumber {
    std::string prefix;
    std::size_t digits = 0;
    int count = 0;
};

base::Result<RollNumber> rollNumber(std::string_view member, const std::string& text) {
    RollNumber number;
    const auto digits = text.find_last_not_of("0123456789") + 1;
    number.prefix = text.substr(0, digits);
    number.digits = text.size() - digits;
    const auto* end = text.data() + text.size();
    const auto read = std::from_chars(text.data() + digits, end, number.count);
    if (text.size() > maxNumberBytes || read.ec != std::errc{} || read.ptr != end)
        return base::json::wrongMember({{}, member}, "a number such as A012");
    return number;
}

base::Result<std::vector<std::string>> range(const std::string& from, const std::string& to) {
    const auto first = rollNumber("from", from), last = rollNumber("to", to);
    if (!first) return tl::unexpected(first.error());
    if (!last) return tl::unexpected(last.error());
    if (first->prefix != last->prefix || first->digits > last->digits || last->count < first->count)
        return base::json::wrongMember({{}, "to"}, "a later number of the roll that 'from' is of");
    if (last->count - first->count >= maxNumbers)
        return base::json::wrongMember({{}, "to"}, "at most 500 numbers behind 'from'");
    std::vector<std::string> numbers;
    for (int count = first->count; count <= last->count; ++count)
        numbers.push_back(fmt::format("{}{:0{}}", first->prefix, count, first->digits));
    return numbers;
}

base::Result<std::vector<std::string>> numbersOf(Paper& paper) {
    if (paper.from && paper.to && !paper.numbers) return range(*paper.from, *paper.to);
    if (!paper.numbers || paper.from || paper.to)
        return base::json::wrongMember({{}, "numbers"}, "a list, or 'from' and 'to' in its place");
    const base::json::Path path({}, "numbers");
    for (std::size_t i = 0; i < paper.numbers->size(); ++i)
        if (const auto size = (*paper.numbers)[i].size(); size == 0 || size > maxNumberBytes)
            return base::json::wrongMember({path, i}, "a number such as A012");
    return std::move(*paper.numbers);
}

}  // namespace

Read parsePaper(const Object& given) {
    auto paper = described<Paper>(given);
    if (!paper) return tl::unexpected(paper.error());
    auto numbers = numbersOf(*paper);
    if (!numbers) return tl::unexpected(numbers.error());
    queue::AddPaperTickets command;
    command.service = std::move(paper->service);
    for (auto& number : *numbers)
        command.slips.push_back({base::newId(), std::move(number), paper->issuedAt});
    return queue::Command(std::move(command));
}

}  // namespace luot::server::api::arguments
