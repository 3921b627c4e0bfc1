#pragma once

#include <boost/describe.hpp>
#include <boost/json/object.hpp>
#include <boost/json/value.hpp>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "base/Boxed.hpp"
#include "base/Result.hpp"
#include "base/Time.hpp"

/// JSON from and to plain structs that BOOST_DESCRIBE_STRUCT lists. Members are camelCase in C++ and
/// snake_case in JSON; unknown members are ignored, missing and wrong ones are named; an absent optional is
/// left out.
namespace luot::base::json {

using Value = boost::json::value;
using Object = boost::json::object;

/// "issuedAt" -> "issued_at"
std::string snakeCase(std::string_view camelCase);

/// Where in a document the walker stands, for the sentence that names a wrong member: "tickets[2].number".
class Path {
public:
    Path() = default;
    Path(const Path& parent, std::string_view member);
    Path(const Path& parent, std::size_t index);
    const std::string& text() const { return text_; }

private:
    std::string text_;
};

/// invalidInput: "'<path>' must be <expected>".
tl::unexpected<Error> wrongMember(const Path& path, std::string_view expected);
tl::unexpected<Error> missingMember(const Path& path);

/// A whole document. invalidInput when it is no JSON, nests deeper than 32 or is larger than `limit` bytes.
Result<Value> parse(std::string_view text, std::size_t limit = 64 * 1024 * 1024);
std::string serialize(const Value& value);

/// Written straight to text, which is what goes to disk and on the wire.
template <class T>
std::string encodeText(const T& value);

/// For those who take the document apart or put more into it.
template <class T>
Value encode(const T& value);

/// Reads a T out of `value`. Error: invalidInput that names the member.
template <class T>
Result<T> decode(const Value& value, const Path& path = {});

/// parse and decode in one.
template <class T>
Result<T> decodeText(std::string_view text);

}  // namespace luot::base::json

#include "base/json/Reader.ipp"  // IWYU pragma: keep
#include "base/json/Writer.ipp"  // IWYU pragma: keep
