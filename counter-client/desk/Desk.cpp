#include "counter-client/desk/Desk.hpp"

#include <algorithm>

#include "counter-client/hall/Choices.hpp"

namespace luot::counterclient::desk {

namespace {

constexpr int queuePage = 4;  ///< rows that PageUp and PageDown move the queue by

bool isPrimary(KeyCode key) { return key == KeyCode::f2; }

}  // namespace

std::optional<Order> Desk::press(Key key, hall::Moment now) {
    return page_.kind == PageKind::main ? pressOnMain(key, now) : pressOnPage(key, now);
}

std::optional<Order> Desk::pressOnMain(Key key, hall::Moment now) {
    switch (key.code) {
        case KeyCode::tab:
            queueTab_ = 1 - queueTab_;
            queueTop_ = 0;
            return std::nullopt;
        case KeyCode::up:
            scroll(-1);
            return std::nullopt;
        case KeyCode::down:
            scroll(1);
            return std::nullopt;
        case KeyCode::pageUp:
            scroll(-queuePage);
            return std::nullopt;
        case KeyCode::pageDown:
            scroll(queuePage);
            return std::nullopt;
        case KeyCode::escape:
            saidUntil_ = 0;
            return std::nullopt;
        case KeyCode::character:
            if (situation().mode != hall::CounterMode::serving) return std::nullopt;
            if (key.character == '0')
                open(PageKind::outcomes);
            else if (key.character >= '1' && key.character <= '9')
                toggleOutcome(static_cast<std::size_t>(key.character - '1'));
            return std::nullopt;
        default:
            return act(key.code, now);
    }
}

std::optional<Order> Desk::act(KeyCode key, hall::Moment now) {
    if (busy() || (isPrimary(key) && now.local < deafUntil_)) return std::nullopt;
    const auto offered = offer(key, now);
    if (!offered) return std::nullopt;
    if (!offered->allowed()) {
        say({Sign::warn, Phrase::of(std::string(nameOf(offered->action))), offered->blocked}, now);
        return std::nullopt;
    }
    return perform(offered->action, now);
}

std::optional<Order> Desk::perform(Action action, hall::Moment now) {
    switch (action) {
        case Action::callNumber:
            open(PageKind::callNumber);
            return std::nullopt;
        case Action::heldNumbers:
            open(PageKind::heldNumbers);
            return std::nullopt;
        case Action::transfer:
            open(PageKind::transfer);
            return std::nullopt;
        case Action::pause:
            open(PageKind::pauseReasons);
            return std::nullopt;
        case Action::menu:
            open(PageKind::menu);
            return std::nullopt;
        default:
            break;
    }
    auto order = orderOf(action);
    return order ? send(std::move(*order), now) : std::nullopt;
}

std::optional<Order> Desk::send(Order order, hall::Moment now) {
    page_ = Page{};
    saidUntil_ = 0;
    sentAt_ = now.local;
    underWay_ = order;
    return order;
}

void Desk::toggleOutcome(std::size_t index) {
    const auto outcomes = hall::outcomesOf(view_.hall());
    if (index >= outcomes.size()) return;
    const auto& id = outcomes[index].id;
    outcome_ = outcome_ == id ? std::string() : id;
}

void Desk::scroll(int step) {
    const auto size = static_cast<int>(queue().size());
    queueTop_ =
        static_cast<std::size_t>(std::clamp(static_cast<int>(queueTop_) + step, 0, std::max(0, size - 1)));
}

void Desk::say(Notice notice, hall::Moment now) {
    said_ = std::move(notice);
    saidUntil_ = now.local + saidFor;
}

std::optional<Offer> Desk::offer(KeyCode key, hall::Moment now) const {
    return offerOf(key, circumstances(now));
}

Circumstances Desk::circumstances(hall::Moment now) const {
    return {view_, settings_.counter, online_, now, alone_};
}

std::vector<const protocol::Ticket*> Desk::queue() const {
    if (queueTab_ == 0) return view_.waitingFor(settings_.counter);
    std::vector<const protocol::Ticket*> all;
    for (const auto& ticket : view_.hall().waiting) all.push_back(&ticket);
    return all;
}

}  // namespace luot::counterclient::desk
