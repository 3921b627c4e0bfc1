#pragma once

#include <deque>
#include <string>
#include <vector>

#include "net/LinkThread.hpp"

namespace luot::dispenser::test {

/// A link whose events the test writes and whose frames it reads.
class ScriptedLink final : public net::Link {
public:
    std::optional<net::LinkEvent> poll() override {
        if (events.empty()) return std::nullopt;
        auto event = std::move(events.front());
        events.pop_front();
        return event;
    }
    bool send(std::string frame) override {
        if (!up) return false;
        sent.push_back(std::move(frame));
        return true;
    }
    void reconnect() override { ++reconnects; }

    void connect() {
        up = true;
        events.push_back(net::LinkUp{});
    }
    void disconnect() {
        up = false;
        events.push_back(net::LinkDown{"gone"});
    }

    std::deque<net::LinkEvent> events;
    std::vector<std::string> sent;
    bool up = false;
    int reconnects = 0;
};

}  // namespace luot::dispenser::test
