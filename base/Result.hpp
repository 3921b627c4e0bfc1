#pragma once

#include <string>
#include <tl/expected.hpp>

namespace luot::base {

/// What kind of thing went wrong; decides the exit code of a program and what a caller may try next.
enum class Fault {
    invalidInput,  ///< arguments, settings or data from outside: the sender must change them
    notFound,
    storage,      ///< disk or database
    unavailable,  ///< a device, address or peer that cannot be had now
    timedOut,
    cancelled,  ///< we gave the operation up ourselves
    closedByPeer,
    internal,
};

/// A failure as a value: its kind, and a sentence that names the place and the cure.
struct Error {
    Fault fault = Fault::internal;
    std::string what;
};

template <class T = void, class E = Error>
using Result = tl::expected<T, E>;

inline tl::unexpected<Error> fail(Fault fault, std::string what) {
    return tl::unexpected<Error>(Error{fault, std::move(what)});
}

/// The exit code of the public contract for a program that ends because of `fault`.
constexpr int exitCode(Fault fault) {
    switch (fault) {
        case Fault::invalidInput:
            return 2;
        case Fault::storage:
            return 3;
        case Fault::unavailable:
            return 4;
        default:
            return 1;
    }
}

}  // namespace luot::base
