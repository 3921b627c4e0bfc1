#pragma once

#include "hardware/printer/line/Line.hpp"

namespace luot::hardware::printer::line {

/// A printer on the network, by convention at port 9100.
class TcpLine final : public Line {
public:
    TcpLine(std::string host, std::string port) : host_(std::move(host)), port_(std::move(port)) {}
    base::Result<Handle, LineFault> open(Deadline deadline) override;

private:
    std::string text() const { return host_ + ":" + port_; }

    std::string host_;
    std::string port_;
};

}  // namespace luot::hardware::printer::line
