#include "net/wire/Deadline.hpp"

namespace luot::net::wire {

namespace {
using Moment = std::chrono::steady_clock::time_point;
constexpr Moment never = Moment::max();
}  // namespace

struct Deadline::Alarm : std::enable_shared_from_this<Alarm> {
    Alarm(Executor executor, std::function<void()> whenLate) : timer(executor), late(std::move(whenLate)) {}

    void set(Moment moment) {
        at = moment;
        if (ringsAt <= at) return;
        ringsAt = at;
        timer.expires_at(at);
        timer.async_wait([weak = weak_from_this()](const boost::system::error_code& error) {
            const auto self = weak.lock();
            if (self && !error) self->ring();
        });
    }

    void ring() {
        ringsAt = never;
        if (at == never) return;
        if (std::chrono::steady_clock::now() < at) return set(at);
        passed = true;
        late();
    }

    Timer timer;
    std::function<void()> late;
    Moment at = never;
    Moment ringsAt = never;
    bool passed = false;
};

Deadline::Deadline(Executor executor, std::function<void()> late)
    : alarm_(std::make_shared<Alarm>(executor, std::move(late))) {}

Deadline::~Deadline() { alarm_->timer.cancel(); }

void Deadline::within(std::chrono::steady_clock::duration duration) {
    alarm_->set(std::chrono::steady_clock::now() + duration);
}

void Deadline::clear() { alarm_->at = never; }

bool Deadline::passed() const { return alarm_->passed; }

}  // namespace luot::net::wire
