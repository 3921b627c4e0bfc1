#pragma once

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/bind_executor.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/thread_pool.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <chrono>
#include <memory>

#include "server/store/Vigil.hpp"

namespace luot::server::store {

/// The one thread on which the journal is touched. Everything else runs on the network thread.
class DatabaseThread {
public:
    /// `home` is the network thread's.
    explicit DatabaseThread(boost::asio::any_io_executor home)
        : home_(std::move(home)), own_(std::make_unique<Own>(home_)), executor_(own_->pool.get_executor()) {}
    /// Without a thread of its own: the work is done wherever and whenever `executor` does it.
    DatabaseThread(boost::asio::any_io_executor home, boost::asio::any_io_executor executor)
        : home_(std::move(home)), executor_(std::move(executor)) {}

    /// Runs `work` on the database thread and resumes the caller, who is at home, with its result.
    template <class Work>
    boost::asio::awaitable<std::invoke_result_t<Work>> run(Work work) {
        ++underWay_;
        if (own_) own_->atHome.begin();
        co_await boost::asio::post(boost::asio::bind_executor(executor_, boost::asio::use_awaitable));
        auto result = work();
        // The answer is often followed by the next command.
        if (own_) own_->here.begin();
        co_await boost::asio::post(boost::asio::bind_executor(home_, boost::asio::use_awaitable));
        if (--underWay_ == 0 && own_) own_->atHome.end();
        co_return result;
    }

    /// Waits for what is being done and ends the thread.
    void join() {
        if (own_) own_->pool.join();
    }

private:
    /// Of most disks; to wait longer is not worth a processor's time.
    static constexpr std::chrono::microseconds commit{1000};
    /// From an answer to what its client asks next.
    static constexpr std::chrono::microseconds nextCommand{400};

    struct Own {
        explicit Own(const boost::asio::any_io_executor& home) : atHome(home, commit) {}
        ~Own() {
            pool.stop();
            pool.join();
        }

        boost::asio::thread_pool pool{1};
        Vigil atHome;                                  ///< for the result
        Vigil here{pool.get_executor(), nextCommand};  ///< for the next work
    };
    boost::asio::any_io_executor home_;
    std::unique_ptr<Own> own_;
    boost::asio::any_io_executor executor_;
    int underWay_ = 0;
};

}  // namespace luot::server::store
