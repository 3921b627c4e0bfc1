#pragma once

#include <SQLiteCpp/Exception.h>

#include <string_view>
#include <type_traits>

#include "base/Result.hpp"

namespace luot::journal::sqlite {

/// What to tell the people about a failed call of SQLite: Fault::storage and the cure.
base::Error failure(const SQLite::Exception& thrown);

/// The same for a failed system call; reads errno. `doing` is "open /srv/luot/server.lock".
base::Error systemFailure(std::string_view doing);

/// Whether it is unknown after this failure what the file holds, so that it must be opened and read anew. A
/// full disk or a busy neighbour leave no doubt: nothing was written.
bool leavesDoubt(const SQLite::Exception& thrown);

/// Whether the file itself is damaged.
bool saysDamaged(const SQLite::Exception& thrown);

/// Runs a body that returns a Result; what SQLite throws in it ends here.
template <class Body>
std::invoke_result_t<Body> attempt(Body body) {
    try {
        return body();
    } catch (const SQLite::Exception& thrown) {
        return tl::unexpected<base::Error>(failure(thrown));
    }
}

}  // namespace luot::journal::sqlite
