#pragma once

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/bind_executor.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/thread_pool.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <optional>

namespace luot::server::store {

/// The one thread on which the journal is touched. Everything else runs on the network thread.
class DatabaseThread {
public:
    DatabaseThread() : pool_(std::in_place, 1), executor_(pool_->get_executor()) {}
    /// Without a thread of its own: the work is done wherever and whenever `executor` does it.
    explicit DatabaseThread(boost::asio::any_io_executor executor) : executor_(std::move(executor)) {}

    /// Runs `work` on the database thread and resumes the caller on `home` with its result.
    template <class Work>
    boost::asio::awaitable<std::invoke_result_t<Work>> run(boost::asio::any_io_executor home, Work work) {
        co_await boost::asio::post(boost::asio::bind_executor(executor_, boost::asio::use_awaitable));
        auto result = work();
        co_await boost::asio::post(boost::asio::bind_executor(home, boost::asio::use_awaitable));
        co_return result;
    }

    /// Waits for what is being done and ends the thread.
    void join() {
        if (pool_) pool_->join();
    }

private:
    std::optional<boost::asio::thread_pool> pool_;
    boost::asio::any_io_executor executor_;
};

}  // namespace luot::server::store
