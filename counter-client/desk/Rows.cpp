#include <algorithm>

#include "counter-client/desk/Offer.hpp"
#include "counter-client/desk/Page.hpp"
#include "counter-client/hall/Choices.hpp"

namespace luot::counterclient::desk {

namespace {

using Rows = std::vector<Row>;

constexpr std::size_t mostCandidates = 40;

Phrase labelOf(const PageContext& context, const std::string& serviceId) {
    const auto* service = context.view.service(serviceId);
    return service ? Phrase::named(service->labelVi, service->labelEn) : Phrase::named(serviceId, serviceId);
}

Phrase servicesOf(const PageContext& context, const protocol::Counter& counter) {
    Phrase joined;
    for (const auto& id : counter.services) {
        const auto label = labelOf(context, id);
        joined.vi += (joined.vi.empty() ? "" : " · ") + label.vi;
        joined.en += (joined.en.empty() ? "" : " · ") + label.en;
    }
    return joined;
}

std::string idHere(const PageContext& context) {
    const auto* ticket = hall::situationOf(context.view, context.counter).ticket;
    return ticket ? ticket->id : std::string();
}

Rows counterRows(const PageContext& context) {
    Rows rows;
    for (const auto& counter : context.view.hall().counters) {
        if (counter.number == context.counter) continue;
        Row row;
        row.cap = row.number = std::to_string(counter.number);
        row.label = servicesOf(context, counter);
        row.mode = hall::situationOf(context.view, counter.number).mode;
        row.waiting = static_cast<int>(context.view.waitingFor(counter.number).size());
        row.enabled = row.mode != hall::CounterMode::closed;
        auto order = ticketOrder("transfer", idHere(context));
        order.args["counter"] = counter.number;
        row.effect = std::move(order);
        rows.push_back(std::move(row));
    }
    return rows;
}

Rows serviceRows(const PageContext& context) {
    const auto* ticket = hall::situationOf(context.view, context.counter).ticket;
    Rows rows;
    for (const auto& service : context.view.hall().services) {
        if (ticket && ticket->service == service.id) continue;
        Row row;
        row.cap = row.number = service.prefix;
        row.label = Phrase::named(service.labelVi, service.labelEn);
        row.waiting = service.waiting;
        auto order = ticketOrder("transfer", idHere(context));
        order.args["service"] = service.id;
        row.effect = std::move(order);
        rows.push_back(std::move(row));
    }
    return rows;
}

Row numbered(std::size_t index, Phrase label, RowEffect effect) {
    Row row;
    row.cap = row.number = std::to_string(index + 1);
    row.label = std::move(label);
    row.effect = std::move(effect);
    return row;
}

Rows pauseRows(const PageContext& context) {
    Rows rows;
    for (const auto& reason : hall::pauseReasonsOf(context.view.hall())) {
        auto order = counterOrder("pause", context.counter);
        order.args["reason"] = reason.id;
        rows.push_back(numbered(rows.size(), nameOf(reason, "clerk.pr_"), std::move(order)));
    }
    return rows;
}

Rows outcomeRows(const PageContext& context) {
    Rows rows;
    for (const auto& outcome : hall::outcomesOf(context.view.hall()))
        rows.push_back(numbered(rows.size(), nameOf(outcome, "clerk.oc_"), ChooseOutcome{outcome.id}));
    return rows;
}

Row ticketRow(const PageContext& context, const protocol::Ticket& ticket) {
    auto order = counterOrder("call", context.counter);
    order.args["number"] = ticket.number;
    Row row;
    row.number = ticket.number;
    row.label = labelOf(context, ticket.service);
    row.ticket = &ticket;
    row.effect = std::move(order);
    return row;
}

/// "A045" begins as "A04" does; "45" and "045" are its digits alone. Nobody types the dash of "A7-012".
bool matches(std::string number, const std::string& typed) {
    std::erase(number, '-');
    if (typed.empty()) return true;
    if (number.starts_with(typed)) return true;
    const auto digits = number.find_first_of("0123456789");
    if (digits == std::string::npos) return false;
    const auto significant = number.find_first_not_of('0', digits);
    const std::string_view all = number;
    return all.substr(digits).starts_with(typed) ||
           (significant != std::string::npos && all.substr(significant).starts_with(typed));
}

Rows numberRows(const std::string& typed, const PageContext& context) {
    auto tickets = context.view.waitingFor(context.counter);
    const auto held = hall::heldFor(context.view, context.counter, context.now);
    tickets.insert(tickets.end(), held.begin(), held.end());
    Rows rows;
    for (const auto* ticket : tickets)
        if (matches(ticket->number, typed) && rows.size() < mostCandidates)
            rows.push_back(ticketRow(context, *ticket));
    return rows;
}

Rows heldRows(const PageContext& context) {
    Rows rows;
    for (const auto* ticket : hall::heldFor(context.view, context.counter, context.now))
        rows.push_back(ticketRow(context, *ticket));
    return rows;
}

RowEffect priorityOrder(const protocol::Ticket& ticket) {
    auto order = ticketOrder("priority", ticket.id);
    order.args["granted"] = !ticket.priority;
    order.args["reason"] = "at_counter";
    return order;
}

/// Asks back only when people still wait for this counter.
RowEffect closeEffect(const PageContext& context) {
    if (!context.view.waitingFor(context.counter).empty()) return OpenPage{PageKind::confirmClose};
    return counterOrder("close", context.counter);
}

bool mayPrepare(const PageContext& context, const hall::Situation& here) {
    const bool works = here.ticket || here.mode == hall::CounterMode::idle;
    return works && !context.view.waitingFor(context.counter).empty();
}

Rows menuRows(const PageContext& context) {
    const auto here = hall::situationOf(context.view, context.counter);
    Rows rows;
    if (here.ticket) {
        const auto* key = here.ticket->priority ? "clerk.unmark_priority" : "clerk.mark_priority";
        rows.push_back(numbered(rows.size(), Phrase::of(key), priorityOrder(*here.ticket)));
    }
    if (here.mode == hall::CounterMode::calling)
        rows.push_back(
            numbered(rows.size(), Phrase::of("clerk.cancel_ticket"), OpenPage{PageKind::confirmCancel}));
    if (!here.ticket)
        rows.push_back(numbered(rows.size(), Phrase::of("clerk.close_counter"), closeEffect(context)));
    if (mayPrepare(context, here))
        rows.push_back(
            numbered(rows.size(), Phrase::of("clerk.prepare"), counterOrder("prepare", context.counter)));
    if (here.ticket)
        rows.push_back(
            numbered(rows.size(), Phrase::of("clerk.print_again"), ticketOrder("reprint", here.ticket->id)));
    return rows;
}

Rows doubtRows() {
    Rows rows;
    for (const bool served : {true, false}) {
        const auto* key = served ? "clerk.doubt_served" : "clerk.doubt_leave";
        rows.push_back(numbered(rows.size(), Phrase::of(key),
                                Order{doubtOrder, base::json::Object{{"served", served}}}));
    }
    return rows;
}

Row confirmRow(const std::string& key, Order order) {
    Row row;
    row.label = Phrase::of(key);
    row.effect = std::move(order);
    return row;
}

}  // namespace

std::vector<Row> rowsOf(const Page& page, const PageContext& context) {
    switch (page.kind) {
        case PageKind::main:
            return {};
        case PageKind::transfer:
            return page.tab == 0 ? counterRows(context) : serviceRows(context);
        case PageKind::pauseReasons:
            return pauseRows(context);
        case PageKind::callNumber:
            return numberRows(page.typed, context);
        case PageKind::heldNumbers:
            return heldRows(context);
        case PageKind::outcomes:
            return outcomeRows(context);
        case PageKind::menu:
            return menuRows(context);
        case PageKind::confirmCancel:
            return {confirmRow("clerk.cancel_ticket", ticketOrder("cancel", idHere(context)))};
        case PageKind::confirmClose:
            return {confirmRow("clerk.close_counter", counterOrder("close", context.counter))};
        case PageKind::doubt:
            return doubtRows();
    }
    return {};
}

}  // namespace luot::counterclient::desk
