#pragma once

#include <boost/asio/any_io_executor.hpp>
#include <deque>
#include <functional>
#include <memory>

namespace luot::simulation {

/// Stands for the database thread: what the server wants done on the disk waits here until work() is called,
/// which is when the power may fail before or after it.
class Disk {
public:
    /// `asked` is called whenever something new waits.
    Disk(boost::asio::execution_context& context, std::function<void()> asked)
        : context_(context), asked_(std::move(asked)) {}

    /// What Asio needs to know of a place where work is done.
    class Executor {
    public:
        explicit Executor(Disk& disk) : disk_(&disk) {}

        boost::asio::execution_context& query(boost::asio::execution::context_t) const noexcept {
            return disk_->context_;
        }
        static constexpr boost::asio::execution::blocking_t::never_t query(
            boost::asio::execution::blocking_t) noexcept {
            return boost::asio::execution::blocking.never;
        }
        Executor require(boost::asio::execution::blocking_t::never_t) const noexcept { return *this; }

        template <class Function>
        void execute(Function function) const {
            auto held = std::make_shared<Function>(std::move(function));
            disk_->put([held]() mutable { (*held)(); });
        }
        bool operator==(const Executor&) const noexcept = default;

    private:
        Disk* disk_;
    };

    boost::asio::any_io_executor executor() { return Executor(*this); }

    bool idle() const { return waiting_.empty(); }
    /// Does what has waited longest.
    void work() {
        auto next = std::move(waiting_.front());
        waiting_.pop_front();
        next();
    }

private:
    void put(std::function<void()> work) {
        waiting_.push_back(std::move(work));
        asked_();
    }

    boost::asio::execution_context& context_;
    std::function<void()> asked_;
    std::deque<std::function<void()>> waiting_;
};

}  // namespace luot::simulation
