#pragma once

#include <deque>
#include <optional>
#include <string>
#include <vector>

#include "net/LinkThread.hpp"

namespace luot::counterclient::test {

/// A link whose events the test writes; it keeps what was sent.
class ScriptedLink final : public net::Link {
public:
    std::optional<net::LinkEvent> poll() override {
        if (events.empty()) return std::nullopt;
        auto event = std::move(events.front());
        events.pop_front();
        return event;
    }
    bool send(std::string frame) override {
        sent.push_back(std::move(frame));
        return true;
    }
    void reconnect() override { ++reconnects; }

    std::deque<net::LinkEvent> events;
    std::vector<std::string> sent;
    int reconnects = 0;
};

}  // namespace luot::counterclient::test
