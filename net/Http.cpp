#include "net/Http.hpp"

#include <algorithm>
#include <array>

#include "base/json/Json.hpp"

namespace luot::net {

namespace {

/// Of RFC 9110 15, those that we send.
constexpr std::array<std::pair<int, std::string_view>, 21> phrases{{
    {200, "OK"},
    {201, "Created"},
    {204, "No Content"},
    {303, "See Other"},
    {304, "Not Modified"},
    {400, "Bad Request"},
    {401, "Unauthorized"},
    {403, "Forbidden"},
    {404, "Not Found"},
    {405, "Method Not Allowed"},
    {408, "Request Timeout"},
    {409, "Conflict"},
    {413, "Content Too Large"},
    {414, "URI Too Long"},
    {415, "Unsupported Media Type"},
    {422, "Unprocessable Content"},
    {426, "Upgrade Required"},
    {429, "Too Many Requests"},
    {431, "Request Header Fields Too Large"},
    {500, "Internal Server Error"},
    {503, "Service Unavailable"},
}};

int hexDigit(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

}  // namespace

std::string_view reasonPhrase(int status) {
    const auto known =
        std::find_if(phrases.begin(), phrases.end(), [&](const auto& p) { return p.first == status; });
    if (known != phrases.end()) return known->second;
    return status < 400 ? "Done" : "Refused";
}

HttpResponse problem(int status, std::string_view code, std::string_view detail) {
    base::json::Object document;
    document["type"] = "about:blank";
    document["title"] = reasonPhrase(status);
    document["status"] = status;
    document["detail"] = detail;
    document["code"] = code;
    HttpResponse response;
    response.status = status;
    response.contentType = "application/problem+json";
    response.body = base::json::serialize(document);
    return response;
}

std::optional<std::string> percentDecoded(std::string_view text, bool plusIsSpace) {
    std::string plain;
    plain.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        char c = text[i];
        if (c == '+' && plusIsSpace) {
            c = ' ';
        } else if (c == '%') {
            if (i + 2 >= text.size()) return std::nullopt;
            const int high = hexDigit(text[i + 1]);
            const int low = hexDigit(text[i + 2]);
            if (high < 0 || low < 0) return std::nullopt;
            c = static_cast<char>(high * 16 + low);
            i += 2;
        }
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) return std::nullopt;
        plain.push_back(c);
    }
    return plain;
}

std::string queryValue(std::string_view query, std::string_view name) {
    while (!query.empty()) {
        const auto pair = query.substr(0, query.find('&'));
        query.remove_prefix(std::min(query.size(), pair.size() + 1));
        const auto equals = pair.find('=');
        const auto key = percentDecoded(pair.substr(0, equals), true);
        if (!key || *key != name || equals == std::string_view::npos) continue;
        return percentDecoded(pair.substr(equals + 1), true).value_or("");
    }
    return {};
}

}  // namespace luot::net
