#pragma once

#include "hardware/printer/Printer.hpp"
#include "hardware/printer/Socket.hpp"

namespace luot::hardware::printer {

/// A printer on the network, by convention at port 9100. Connects for each job and lets go after it, because
/// such printers serve one connection at a time.
class TcpPrinter final : public Printer {
public:
    TcpPrinter(TcpAddress address, PrintDeadlines deadlines)
        : address_(std::move(address)), deadlines_(deadlines) {}
    base::Result<Outcome> print(const PrintJob& job) override;

private:
    Outcome waitForEcho(Socket& socket, const std::array<char, 4>& id) const;

    TcpAddress address_;
    PrintDeadlines deadlines_;
};

}  // namespace luot::hardware::printer
