#include "server/api/arguments/AppointmentList.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/Time.hpp"

namespace luot::server::api::arguments {

namespace {

using Fields = std::vector<std::string>;

constexpr std::array<std::string_view, 4> columns{"id", "service", "slot", "source"};
/// More wrong lines than these help nobody.
constexpr std::size_t maxErrors = 20;

/// Takes the next line off the text, as its fields; a quoted field may hold commas and doubled quotes, and
/// ends with its line.
Fields takeLine(std::string_view& text) {
    Fields fields(1);
    bool quoted = false;
    std::size_t at = 0;
    for (; at < text.size() && text[at] != '\n'; ++at) {
        const char c = text[at];
        if (c == '"' && quoted && at + 1 < text.size() && text[at + 1] == '"')
            fields.back() += text[++at];
        else if (c == '"')
            quoted = !quoted;
        else if (c == ',' && !quoted)
            fields.emplace_back();
        else if (c != '\r')
            fields.back() += c;
    }
    text.remove_prefix(std::min(at + 1, text.size()));
    return fields;
}

bool isBlank(const Fields& fields) { return fields.size() == 1 && fields.front().empty(); }

/// One line of the list as the JSON member. Error: what is wrong with it.
base::Result<base::json::Object> appointment(const Fields& head, const Fields& fields) {
    base::json::Object object;
    for (const auto column : columns) {
        const auto at = static_cast<std::size_t>(std::find(head.begin(), head.end(), column) - head.begin());
        const bool has = at < fields.size() && !fields[at].empty();
        if (has) object[column] = fields[at];
        if (!has && column != "source")
            return base::fail(base::Fault::invalidInput, fmt::format("'{}' is missing", column));
    }
    const std::string slot(object.at("slot").get_string());
    if (const auto moment = base::parseInstant(slot); !moment)
        return base::fail(base::Fault::invalidInput, "'slot': " + moment.error().what);
    return object;
}

}  // namespace

base::Result<base::json::Object> appointmentList(std::string_view text) {
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    const auto head = takeLine(text);
    for (const auto column : columns)
        if (column != "source" && std::find(head.begin(), head.end(), column) == head.end())
            return base::fail(
                base::Fault::invalidInput,
                fmt::format("line 1: the head must name id,service,slot,source; '{}' is missing", column));
    boost::json::array list;
    std::vector<std::string> errors;
    for (std::size_t index = 0; !text.empty(); ++index) {
        const auto fields = takeLine(text);
        if (isBlank(fields) && text.empty()) break;
        auto read = appointment(head, fields);
        if (read)
            list.push_back(std::move(*read));
        else if (errors.size() < maxErrors)
            errors.push_back(fmt::format("line {}: {}", lineOfAppointment(index), read.error().what));
    }
    if (!errors.empty())
        return base::fail(base::Fault::invalidInput, fmt::format("{}", fmt::join(errors, "; ")));
    base::json::Object arguments;
    arguments["appointments"] = std::move(list);
    return arguments;
}

}  // namespace luot::server::api::arguments
