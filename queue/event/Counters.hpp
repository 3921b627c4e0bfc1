#pragma once

#include <boost/describe/class.hpp>

#include "queue/Counter.hpp"

/// Every event of a counter carries the counter as it stands afterwards.
namespace luot::queue {

struct CounterOpened {
    Counter counter;
};
struct CounterPaused {
    Counter counter;
};
struct CounterResumed {
    Counter counter;
};
struct CounterClosed {
    Counter counter;
};

BOOST_DESCRIBE_STRUCT(CounterOpened, (), (counter))
BOOST_DESCRIBE_STRUCT(CounterPaused, (), (counter))
BOOST_DESCRIBE_STRUCT(CounterResumed, (), (counter))
BOOST_DESCRIBE_STRUCT(CounterClosed, (), (counter))

}  // namespace luot::queue
