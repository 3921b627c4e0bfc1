#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "counter-client/desk/Doubt.hpp"
#include "counter-client/desk/Notice.hpp"
#include "counter-client/desk/Offer.hpp"
#include "counter-client/desk/Page.hpp"
#include "counter-client/hall/CallEcho.hpp"
#include "protocol/Messages.hpp"

namespace luot::counterclient::desk {

/// After a change of state the primary key is deaf for so long: nobody finishes a visitor by hitting it
/// twice.
constexpr std::int64_t deafFor = 700;
/// A command that is unanswered for so long is mentioned at the foot.
constexpr std::int64_t slowAfter = 1000;

struct DeskSettings {
    int counter = 0;
    std::string clerk;  ///< may be empty
};

/// The clerk's desk without window, link and clock: keys and news go in, orders come out, views read the
/// rest. At most one order is under way at any time.
class Desk {
public:
    Desk(const protocol::HallView& view, DeskSettings settings)
        : view_(view), settings_(std::move(settings)) {}

    /// The order to send, if the key gives one.
    std::optional<Order> press(Key key, hall::Moment now);
    /// The row of the page was clicked: the same as its key.
    std::optional<Order> pressRow(int row, hall::Moment now);

    void linkUp() {
        online_ = true;
        notTaken_ = false;
        alone_.reset();
    }
    /// The server is away for long: so many numbers can be called without it.
    void workAlone(std::size_t callable) { alone_ = callable; }
    /// The server is there again, and is told first what was done without it.
    void returning() { alone_.reset(); }
    /// The server is there and refuses what was done without it.
    void notTaken() { notTaken_ = true; }
    /// The clerk must say what became of that ticket; none: of none.
    void ask(std::optional<Doubt> doubt);
    void linkDown() {
        online_ = false;
        notTaken_ = false;
        lost_ = true;
    }
    /// An event that the view has applied already.
    void take(const protocol::EventFrame& event, hall::Moment now);
    /// The answer to the order under way.
    void take(const protocol::Reply& reply, hall::Moment now);
    /// The order under way was given up: the server could not be asked in time.
    void giveUp(hall::Moment now);
    /// The view has another picture, by snapshot or events.
    void hallChanged(hall::Moment now);
    /// A whole snapshot came: counts start anew from it.
    void refreshed(hall::Moment now);

    const protocol::HallView& view() const { return view_; }
    int counter() const { return settings_.counter; }
    const std::string& clerk() const { return settings_.clerk; }
    bool online() const { return online_; }
    bool worksAlone() const { return alone_.has_value(); }
    const std::optional<Doubt>& doubt() const { return doubt_; }
    /// True once a connection was lost or could not be made.
    bool lost() const { return lost_; }
    bool busy() const { return underWay_.has_value(); }
    const Page& page() const { return page_; }
    hall::Situation situation() const { return hall::situationOf(view_, settings_.counter); }
    std::optional<Offer> offer(KeyCode key, hall::Moment now) const;
    std::vector<Row> rows(hall::Moment now) const;
    /// Index of the row that Enter takes; -1 when no row can be taken.
    int selectedRow(const std::vector<Row>& rows) const;
    const std::string& outcome() const { return outcome_; }
    int queueTab() const { return queueTab_; }
    std::size_t queueTop() const { return queueTop_; }
    std::vector<const protocol::Ticket*> queue() const;
    const hall::CallEcho& echo() const { return echo_; }
    int served() const { return served_; }
    /// Why the number that is called here was chosen; empty: not known.
    const Phrase& reason() const { return reason_; }
    Notice notice(hall::Moment now) const;

private:
    std::optional<Order> pressOnMain(Key key, hall::Moment now);
    std::optional<Order> pressOnPage(Key key, hall::Moment now);
    std::optional<Order> act(KeyCode key, hall::Moment now);
    std::optional<Order> perform(Action action, hall::Moment now);
    std::optional<Order> orderOf(Action action) const;
    std::optional<Order> choose(const Row& row, hall::Moment now);
    std::optional<Order> type(char c, hall::Moment now);
    std::optional<Order> enter(hall::Moment now);
    std::optional<Order> returnSelected(hall::Moment now);
    std::optional<Order> send(Order order, hall::Moment now);
    void move(int step, hall::Moment now);
    void scroll(int step);
    void open(PageKind kind) { page_ = Page{kind, 0, 0, {}}; }
    void say(Notice notice, hall::Moment now);
    void toggleOutcome(std::size_t index);
    Circumstances circumstances(hall::Moment now) const;
    std::vector<Notice> alerts(base::Instant now) const;

    const protocol::HallView& view_;
    DeskSettings settings_;
    bool online_ = false;
    std::optional<std::size_t> alone_;  ///< numbers that can be called without the server; none: it is there
    std::optional<Doubt> doubt_;
    bool notTaken_ = false;
    bool lost_ = false;
    Page page_;
    std::optional<Order> underWay_;
    std::int64_t sentAt_ = 0;
    std::int64_t deafUntil_ = 0;
    std::string outcome_;
    int queueTab_ = 0;  ///< 0: my queue, 1: the hall
    std::size_t queueTop_ = 0;
    hall::CallEcho echo_;
    Phrase reason_;  ///< why the number that is called here was chosen; empty: not told
    int served_ = 0;
    Notice said_;
    std::int64_t saidUntil_ = 0;
    hall::CounterMode lastMode_ = hall::CounterMode::unknown;
    std::string lastTicket_;
};

}  // namespace luot::counterclient::desk
