#include "net/listen/HttpText.hpp"

#include <algorithm>
#include <string_view>

namespace luot::net::listen {

bool splitTarget(std::string target, HttpRequest& request) {
    if (target.starts_with("http://")) target.erase(0, std::min(target.find('/', 7), target.size()));
    if (!target.starts_with('/')) return false;
    const auto mark = target.find('?');
    if (mark != std::string::npos) request.query = target.substr(mark + 1);
    auto path = percentDecoded(std::string_view(target).substr(0, mark), false);
    if (!path) return false;
    request.path = std::move(*path);
    return true;
}

std::string responseHead(const HttpResponse& response, bool keepAlive) {
    std::string out = "HTTP/1.1 " + std::to_string(response.status) + ' ';
    out += reasonPhrase(response.status);
    out += "\r\nConnection: ";
    out += keepAlive ? "keep-alive" : "close";
    if (response.status != 204 && response.status != 304) {
        out += "\r\nContent-Length: " + std::to_string(response.body.size());
        if (!response.body.empty()) out += "\r\nContent-Type: " + response.contentType;
    }
    for (const auto& [name, value] : response.headers) {
        // A line break in a value would let its author write headers of his own.
        if (value.find_first_of("\r\n") != std::string::npos) continue;
        out += "\r\n" + name + ": " + value;
    }
    return out + "\r\n\r\n";
}

}  // namespace luot::net::listen
