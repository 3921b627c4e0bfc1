#include <array>
#include <utility>

#include "hardware/emulator/machine/Machine.hpp"

namespace luot::hardware::emulator::machine {

namespace {

/// Paper that nobody cuts is taken away at this length, dots: 4 m.
constexpr int longestStrip = 4000 * paper::dotsPerMm;

template <class... Fs>
struct Overloaded : Fs... {
    using Fs::operator()...;
};
template <class... Fs>
Overloaded(Fs...) -> Overloaded<Fs...>;

std::vector<std::uint8_t> block(std::initializer_list<std::uint8_t> head, const std::string& text) {
    std::vector<std::uint8_t> bytes(head);
    bytes.insert(bytes.end(), text.begin(), text.end());
    bytes.push_back(0);
    return bytes;
}

}  // namespace

/// True when it is done; a feed takes a step for each row.
bool Machine::perform(Work& work) {
    return std::visit(Overloaded{[&](const PrintRow& row) { return moveOneRow(row.row), true; },
                                 [&](Feed& feed) { return performFeed(feed); },
                                 [&](const Cut& cut) { return beginCut(cut), true; },
                                 [&](const Reset&) { return automatic_ = 0, true; },
                                 [&](const Automatic& automatic) {
                                     automatic_ = automatic.mask;
                                     tellAutomatically();
                                     return true;
                                 },
                                 [&](const Answer& wanted) { return performAnswer(wanted), true; },
                                 [&](const Signal& signal) {
                                     notes_.push_back(signal.what);
                                     return true;
                                 }},
                      work);
}

void Machine::beginCut(const Cut& cut) {
    if (!model_.cuts) {
        notes_.emplace_back("no cutter: GS V is left out");
        return;
    }
    if (!cut.feedToCutter) return performCut();
    work_.emplace_front(Cut{});
    work_.emplace_front(Feed{model_.cutter + cut.dots});
}

bool Machine::performFeed(Feed& feed) {
    if (feed.dots > 0) moveOneRow({});
    return --feed.dots <= 0;
}

void Machine::moveOneRow(const paper::Row& row) {
    strip_.add(row);
    budget_ -= std::chrono::nanoseconds(static_cast<std::int64_t>(1e9 / (model_.speed * paper::dotsPerMm)));
    if (strip_.height() >= longestStrip) tear(0, true);
    --paperLeft_;
    auto now = condition_;
    now.paperEnd = paperLeft_ <= 0;
    now.nearEnd = thinForced_ || paperLeft_ < model_.nearEnd;
    if (now != condition_) change(now);
    std::vector<Order> due;
    std::erase_if(later_, [&](Order& order) {
        if (--order.afterDots > 0) return false;
        due.push_back(order);
        return true;
    });
    for (const auto& order : due) befall(order.kind);
}

void Machine::performCut() {
    budget_ -= model_.cutTime;
    tear(model_.cutter, false);
    afterCut_ = true;
}

void Machine::tear(int kept, bool torn) {
    tickets_.push_back({strip_.tear(kept), std::exchange(raw_, {}), torn});
    ++printed_;
}

void Machine::performAnswer(const Answer& wanted) {
    switch (wanted.kind) {
        case Answer::Kind::paperSensor:
            if (model_.queuedStatus) answer(std::array{condition_.paperSensor()});
            return;
        case Answer::Kind::drawerSensor:
            if (model_.queuedStatus) answer(std::array{condition_.drawerSensor()});
            return;
        case Answer::Kind::processId:
            if (model_.processId) answer(block({0x37, 0x22}, wanted.text));
            return;
        case Answer::Kind::identity:
            return identify(wanted.n);
    }
}

/// Single bytes for the older numbers, else a block that begins with 5F.
void Machine::identify(int n) {
    constexpr std::uint8_t modelId = 0x20;
    constexpr std::uint8_t withCutter = 0x02;
    if (n == 1 || n == '1') return answer(std::array{modelId});
    if (n == 2 || n == '2') return answer(std::array{withCutter});
    if (n == 66 && !model_.maker.empty()) return answer(block({0x5F}, model_.maker));
    if (n == 67 && !model_.name.empty()) return answer(block({0x5F}, model_.name));
}

}  // namespace luot::hardware::emulator::machine
