#pragma once

#include <boost/describe/enum.hpp>
#include <string>

namespace luot::queue {

/// Why a command was not carried out; the stable words of the public contract.
enum class RefusalCode {
    unknownService,
    unknownCounter,
    unknownTicket,
    unknownAppointment,
    counterClosed,  ///< closed or paused: it cannot call
    counterBusy,    ///< it still has a ticket
    counterTaken,   ///< another clerk works there
    otherUnit,      ///< the clerk's office does not staff the counter
    wrongState,     ///< the ticket or counter is not in a state that allows it
    alreadyCalled,  ///< another counter has the ticket
    notServedHere,  ///< the counter does not serve that ticket's service
    dayClosed,
    dayOpen,          ///< settings that need a closed day
    serviceClosed,    ///< the hall is open, that service gives no numbers now
    quotaReached,     ///< all numbers of this session are given
    serviceUnserved,  ///< a change of the map would leave it without a counter
    seriesUsedUp,
    appointmentUsed,
    slotPassed,   ///< of an appointment that is to be booked
    slotClosed,   ///< its service has no session then
    namedTwice,   ///< in one list
    numberTaken,  ///< a printed number that somebody has today
    recallLimit,
    callsMissing,   ///< a no-show needs more calls first
    tooEarly,       ///< seconds are missing; the detail says how many
    nobodyWaiting,  ///< call-next found nobody: 204, not a problem
    tooLate,        ///< the time for it is over
    noDigit,        ///< the kiosk's token has none: it cannot number alone
    seriesTaken,    ///< another disk has numbered with that digit
    badArgument,
};
BOOST_DESCRIBE_ENUM(RefusalCode, unknownService, unknownCounter, unknownTicket, unknownAppointment,
                    counterClosed, counterBusy, counterTaken, otherUnit, wrongState, alreadyCalled,
                    notServedHere, dayClosed, dayOpen, serviceClosed, quotaReached, serviceUnserved,
                    seriesUsedUp, appointmentUsed, slotPassed, slotClosed, namedTwice, numberTaken,
                    recallLimit, callsMissing, tooEarly, nobodyWaiting, tooLate, noDigit, seriesTaken,
                    badArgument)

/// A command that the rules do not allow now. Nothing has changed.
struct Refusal {
    RefusalCode code = RefusalCode::wrongState;
    /// What the sentence of the wording file "refusal.<code>" is filled with: the number, service or counter
    /// at fault.
    std::string subject;
    /// A second word for it where the sentence needs one: the state, the other counter.
    std::string detail;
};

}  // namespace luot::queue
