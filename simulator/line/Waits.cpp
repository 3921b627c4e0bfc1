#include "simulator/line/Waits.hpp"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/use_awaitable.hpp>

namespace luot::simulator::line {

namespace asio = boost::asio;

asio::awaitable<bool> Waits::until(TimePoint moment) { return wait(moment, untils_); }

asio::awaitable<bool> Waits::newsOrUntil(TimePoint moment) { return wait(moment, lookOuts_); }

asio::awaitable<bool> Waits::wait(TimePoint moment, Timers& among) {
    if (over_) co_return false;
    asio::steady_timer timer(io_, moment);
    among.insert(&timer);
    constexpr auto asTuple = asio::as_tuple(asio::use_awaitable);
    co_await timer.async_wait(asTuple);
    among.erase(&timer);
    co_return !over_;
}

void Waits::news() {
    for (auto* timer : lookOuts_) timer->cancel();
}

void Waits::end() {
    over_ = true;
    news();
    for (auto* timer : untils_) timer->cancel();
}

}  // namespace luot::simulator::line
