#pragma once

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/bind_executor.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/thread_pool.hpp>
#include <boost/asio/use_awaitable.hpp>

namespace luot::server::store {

/// The one thread on which the journal is touched. Everything else runs on the network thread.
class DatabaseThread {
public:
    DatabaseThread() : pool_(1) {}

    /// Runs `work` on the database thread and resumes the caller on `home` with its result.
    template <class Work>
    boost::asio::awaitable<std::invoke_result_t<Work>> run(boost::asio::any_io_executor home, Work work) {
        co_await boost::asio::post(boost::asio::bind_executor(pool_, boost::asio::use_awaitable));
        auto result = work();
        co_await boost::asio::post(boost::asio::bind_executor(home, boost::asio::use_awaitable));
        co_return result;
    }

    /// Waits for what is being done and ends the thread.
    void join() { pool_.join(); }

private:
    boost::asio::thread_pool pool_;
};

}  // namespace luot::server::store
