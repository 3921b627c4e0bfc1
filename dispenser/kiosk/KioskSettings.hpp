#pragma once

#include <cstdint>
#include <string>

namespace luot::dispenser::kiosk {

/// Monotonic milliseconds.
using Ticks = std::int64_t;

/// What happens when the printer says, before there is a number, that its ticket would not come out.
enum class WithoutPaper {
    ask,     ///< the citizen says whether a number on the screen will do
    show,    ///< the number is made and shown
    refuse,  ///< no number: people are sent to the staff
};

/// How a kiosk behaves.
struct KioskSettings {
    std::string language = "vi";  ///< at first and after each citizen
    Ticks idle = 60000;           ///< untouched for so long, a page goes back to the start
    Ticks idleWarning = 15000;    ///< of it, so long with a warning
    Ticks ticketShown = 10000;
    Ticks faultShown = 60000;
    Ticks refusalShown = 20000;
    Ticks answerWithin = 10000;     ///< a number not there by then is given up
    Ticks lostAfter = 6000;         ///< without the server for so long: out of service
    Ticks aloneAfter = 1500;        ///< without the server for so long: it says that numbers are its own
    Ticks countsGoAfter = 60000;    ///< and so much later it shows no more how many wait
    Ticks outAfterSilence = 20000;  ///< out of service after a number was given up
    Ticks printWithin = 25000;  ///< a printer silent for longer has failed; above the sum of its deadlines
    bool asksPrinter = false;   ///< before a number is made; no: there is no printer to ask
    Ticks printerSays = 4000;   ///< within; a number whose printer says nothing is made all the same
    WithoutPaper withoutPaper = WithoutPaper::ask;
    int tilesAPage = 12;
    std::string guideService;  ///< the service behind "not sure"; empty: none
};

}  // namespace luot::dispenser::kiosk
