#pragma once

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/as_tuple.hpp>
#include <boost/asio/basic_stream_socket.hpp>
#include <boost/asio/basic_waitable_timer.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <chrono>

#include "base/Assert.hpp"

/// What lies below HTTP and WebSocket: sockets, deadlines, frames on their way out. All of it lives on the
/// one thread that runs its io_context: no strands, no mutexes.
namespace luot::net::wire {

/// The plain executor of an io_context: a type-erased one costs an allocation and two indirect calls an
/// operation.
using Executor = boost::asio::io_context::executor_type;
using Socket = boost::asio::basic_stream_socket<boost::asio::ip::tcp, Executor>;
using Timer =
    boost::asio::basic_waitable_timer<std::chrono::steady_clock,
                                      boost::asio::wait_traits<std::chrono::steady_clock>, Executor>;

/// Completion token: a failure is a value, nothing throws.
constexpr auto asTuple = boost::asio::as_tuple(boost::asio::use_awaitable);

/// The executor must be that of an io_context.
inline Executor plainExecutor(const boost::asio::any_io_executor& executor) {
    const auto* plain = executor.target<Executor>();
    LUOT_ASSERT(plain != nullptr);
    return *plain;
}

}  // namespace luot::net::wire
