#include "net/Http.hpp"

#include "base/json/Json.hpp"

namespace luot::net {

namespace {

int hexDigit(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

}  // namespace

std::string_view reasonPhrase(int status) {
    switch (status) {
        case 200:
            return "OK";
        case 201:
            return "Created";
        case 204:
            return "No Content";
        case 303:
            return "See Other";
        case 304:
            return "Not Modified";
        case 400:
            return "Bad Request";
        case 401:
            return "Unauthorized";
        case 403:
            return "Forbidden";
        case 404:
            return "Not Found";
        case 405:
            return "Method Not Allowed";
        case 408:
            return "Request Timeout";
        case 409:
            return "Conflict";
        case 413:
            return "Content Too Large";
        case 414:
            return "URI Too Long";
        case 415:
            return "Unsupported Media Type";
        case 422:
            return "Unprocessable Content";
        case 426:
            return "Upgrade Required";
        case 429:
            return "Too Many Requests";
        case 431:
            return "Request Header Fields Too Large";
        case 500:
            return "Internal Server Error";
        case 503:
            return "Service Unavailable";
        default:
            return status < 400 ? "Done" : "Refused";
    }
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
