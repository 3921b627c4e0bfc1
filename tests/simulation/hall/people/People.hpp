#pragma once

#include "tests/simulation/hall/people/Client.hpp"

namespace luot::simulation {

/// Gives numbers to citizens, and says what became of the paper.
class Kiosk final : public Client {
public:
    using Client::Client;

private:
    Milliseconds pause() override { return random_.exponential(base::Seconds(25)); }
    void act() override;
    void comeAsBooked();
    void answered(const std::string& name, const protocol::Reply& reply) override;

    std::string unprinted_;  ///< id of the ticket whose paper came out
};

/// Works at a counter: mostly as one should, now and then presses anything.
class Clerk : public Client {
public:
    using Client::Client;

protected:
    void act() override;

private:
    Milliseconds pause() override { return Milliseconds(1000) + random_.exponential(base::Seconds(15)); }
    void openCounter();
    void callSomebody();
    void dealWith(const protocol::Ticket& ticket);
    void transfer(const protocol::Ticket& ticket);
    void pressAnything();
    void press(const std::string& name) { ask(name, {{"counter", *person().counter}}); }
};

/// Shows calls and says so.
class Screen final : public Client {
public:
    using Client::Client;

private:
    Milliseconds pause() override { return base::Minutes(10); }
    void act() override {}
    void saw(const protocol::EventFrame& event) override;
};

/// Walks about the hall: grants priority, brings people back, calls ranges, types in paper numbers and booked
/// times, changes the map, and sometimes opens or closes the day.
class Guide final : public Client {
public:
    using Client::Client;

private:
    Milliseconds pause() override { return random_.exponential(base::Seconds(40)); }
    void act() override;
    void dealWith(const protocol::Ticket& ticket);
    void changeMap();
    void callRange();
    void takeBookings();
    void typeInSlips();
};

}  // namespace luot::simulation
