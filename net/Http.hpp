#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace luot::net {

/// One request as the program sees it; header values as they came, empty when absent.
struct HttpRequest {
    std::string method;
    std::string path;   ///< percent-decoded, without the query
    std::string query;  ///< raw, without '?'
    std::string authorization;
    std::string idempotencyKey;
    std::string acceptLanguage;
    std::string body;
    std::string remote;  ///< the peer's address without port
};

struct HttpResponse {
    int status = 200;
    std::string contentType = "application/json";
    std::string body;
    std::vector<std::pair<std::string, std::string>> headers;
};

/// The words that go with a status: "Not Found".
std::string_view reasonPhrase(int status);

/// A problem document of RFC 9457; `code` is the stable word, `detail` a sentence that says what to do.
HttpResponse problem(int status, std::string_view code, std::string_view detail);

/// %41 and, in a query, '+' made plain. None when it is malformed or hides a control character.
std::optional<std::string> percentDecoded(std::string_view text, bool plusIsSpace);

/// Value of `name` in a query such as "from=2026-11-23&by=day", percent-decoded; empty when absent.
std::string queryValue(std::string_view query, std::string_view name);

}  // namespace luot::net
