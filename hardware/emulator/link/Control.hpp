#pragma once

#include <optional>

#include "hardware/emulator/link/Cable.hpp"

namespace luot::hardware::emulator::link {

/// Where orders come from, one a line: a TCP port or the standard input. Each gets a line as answer.
class Control {
public:
    /// "none", "stdin" or an address. Errors: invalidInput, unavailable.
    static base::Result<Control> open(const std::string& setting);

    /// To wait on for lines, and for the next one who connects; -1: nothing to wait for.
    int peer() const { return cable_ ? cable_->peer() : input_.get(); }
    int door() const { return cable_ ? cable_->door() : -1; }
    std::string url() const { return cable_ ? cable_->url() : std::string(); }

    void accept() { cable_->accept(); }
    /// The whole lines that have come.
    std::vector<std::string> lines();
    void answer(const std::string& line);

private:
    std::string receive();

    std::optional<Cable> cable_;
    Handle input_;
    std::string begun_;
};

}  // namespace luot::hardware::emulator::link
