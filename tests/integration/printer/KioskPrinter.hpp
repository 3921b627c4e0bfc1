#pragma once

#include <filesystem>
#include <future>

#include "tests/integration/printer/Emulator.hpp"
#include "tests/integration/server/Centre.hpp"

namespace luot::tests {

/// A running centre and a kiosk without a window: the real programs, with a virtual printer that is told to
/// fail.
class KioskPrinterTest : public CentreTest {
protected:
    /// Presses these services one after the other, and stays so many seconds after the last ticket.
    struct Visit {
        std::string press = "chung-thuc";
        std::string withoutPaper = "ask";
        std::string language = "vi";
        int stay = 0;
        double confirm = 2;  ///< seconds
    };
    Ended visit(const std::string& printer, const Visit& visit);
    std::future<Ended> begin(const std::string& printer, const Visit& visit);

    /// What the page of that name showed, as text; empty: there was no such page.
    std::string shown(const std::string& page) const;
    /// Data of the events of that name, in their order.
    std::vector<base::json::Object> events(std::string_view name);
    /// The alert of a printer's fault that every counter window shows now; empty: none.
    std::string alarm();
    /// Waits until the alarm is that one.
    void expectAlarm(const std::string& fault);
    /// Outcome and fault of the only paper: "failed paper_end".
    std::string onlyOutcome();
    /// Tickets that fell out of the printer, by the time of their file.
    std::vector<std::string> papers() const;

    /// Length of the last of them.
    double lastPaperMm() const;

    /// Arguments of a printer whose tickets fall into our folder.
    std::vector<std::string> printer(const std::string& orders = "",
                                     const std::string& listen = "127.0.0.1:0") const;
    std::filesystem::path pictures() const { return folder.file("pictures"); }

private:
    std::string token_ = token("dispenser", "kiosk-1");
};

}  // namespace luot::tests
