#pragma once

namespace luot::bench {

/// How long a run may take: the full one, or a short look that proves the program works.
struct Effort {
    int rounds = 5;     ///< of every interleaved comparison; medians of their figures count
    int tickets = 400;  ///< one after the other, a round
    int seconds = 2;    ///< of full load, a round
    int calls = 100;    ///< a round
};

/// One client's ticket from request to reply, beside the bare commit and the TCP echo.
void measureOneTicket(const Effort& effort);

/// Tickets a second of 64 clients, each with one command under way, beside one commit a ticket.
void measureThroughput(const Effort& effort);

/// From the call to its event on each of 50 and of 500 displays, and what a delivery costs beside a raw send
/// loop.
void measureFanOut(const Effort& effort);

/// kill -9 to the first ticket, with so many tickets in the day.
void measureRestart(const Effort& effort, int tickets);

/// Memory of an idle display's connection.
void measureMemory();

}  // namespace luot::bench
