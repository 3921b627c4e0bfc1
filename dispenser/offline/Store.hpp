#pragma once

#include <string>
#include <vector>

#include "base/Result.hpp"

namespace luot::dispenser::offline {

/// Something that the kiosk must not forget.
struct Note {
    std::string name;  ///< "ticket_numbered"
    std::string data;  ///< JSON object

    bool operator==(const Note&) const = default;
};

/// Port of the kiosk's own disk. What keep() has taken is there after any crash.
class Store {
public:
    virtual ~Store() = default;
    /// Changes when the content is lost or comes back from a copy: then its counts may have gone back.
    virtual const std::string& id() const = 0;
    /// One durable write. storage: nothing is kept, or nobody knows: the number must not be given out.
    virtual base::Result<> keep(const std::vector<Note>& notes) = 0;
    /// Since the newest note of that name, oldest first, with it; all when there is none.
    virtual base::Result<std::vector<Note>> since(const std::string& name) = 0;
};

}  // namespace luot::dispenser::offline
