#pragma once

#include <optional>
#include <string>
#include <vector>

#include "queue/Appointment.hpp"
#include "queue/Ticket.hpp"

/// What is done to one ticket, by whoever may.
namespace luot::queue {

struct IssueTicket {
    std::string id;  ///< made by the shell: the rules have no randomness
    std::string service;
    std::optional<std::string> procedure;
    bool priority = false;
    std::string lane = "normal";
    std::string language = "vi";
    int dossiers = 1;
    std::optional<std::string> dossierCode;
    std::optional<std::string> appointment;
    std::optional<int> counter;  ///< of a supplement: that asked for it
};

/// Numbers from a printed roll that were handed out while the machine could not, in the order of the roll.
struct AddPaperTickets {
    struct Slip {
        std::string id;  ///< made by the shell
        std::string number;
        Instant issuedAt{};
    };
    std::string service;
    std::vector<Slip> slips;
};

/// How many dossiers the ticket stands for, and the code of the first.
struct ChangeDossiers {
    std::string ticket;
    std::optional<int> dossiers;
    std::optional<std::string> dossierCode;
};

/// Booked times from outside. One that is known already is replaced while nobody has come with it.
struct ImportAppointments {
    std::vector<Appointment> appointments;
};

/// A late comer or a held ticket goes back to its queue.
struct ReturnTicket {
    std::string ticket;
};

/// To another service or to one counter; exactly one of the two. Number and first issue time stay.
struct TransferTicket {
    std::string ticket;
    std::optional<std::string> service;
    std::optional<int> counter;
};

struct CancelTicket {
    std::string ticket;
};

struct ChangePriority {
    std::string ticket;
    bool granted = false;
    std::string reason;
};

struct RecordPrint {
    std::string ticket;
    PrintOutcome outcome = PrintOutcome::unknown;
    std::optional<PrinterFault> fault = std::nullopt;
};

/// Asks for a second paper; it will say that it is one.
struct ReprintTicket {
    std::string ticket;
    std::optional<std::string> device =
        std::nullopt;  ///< the kiosk that prints it; none: the one that gave it
};

}  // namespace luot::queue
