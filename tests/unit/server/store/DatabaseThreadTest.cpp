#include "server/store/DatabaseThread.hpp"

#include <gtest/gtest.h>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <thread>

namespace luot::server::store {
namespace {

boost::asio::awaitable<void> askTwice(DatabaseThread& database, std::vector<std::thread::id>& threads) {
    for (int i = 0; i < 2; ++i) {
        auto work = [] { return std::this_thread::get_id(); };
        threads.push_back(co_await database.run(std::move(work)));
        threads.push_back(std::this_thread::get_id());
    }
}

TEST(DatabaseThreadTest, WorksOnOneThreadOfItsOwnAndAnswersAtHome) {
    boost::asio::io_context home;
    DatabaseThread database(home.get_executor());
    std::vector<std::thread::id> threads;
    boost::asio::co_spawn(home, askTwice(database, threads), [](std::exception_ptr) {});
    home.run();
    database.join();
    ASSERT_EQ(threads.size(), 4U);
    EXPECT_NE(threads[0], std::this_thread::get_id());
    EXPECT_EQ(threads[2], threads[0]);
    EXPECT_EQ(threads[1], std::this_thread::get_id());
    EXPECT_EQ(threads[3], std::this_thread::get_id());
}

TEST(DatabaseThreadTest, HasNoVigilWithoutAThreadOfItsOwn) {
    boost::asio::io_context home, disk;
    DatabaseThread database(home.get_executor(), disk.get_executor());
    std::vector<std::thread::id> threads;
    boost::asio::co_spawn(home, askTwice(database, threads), [](std::exception_ptr) {});
    EXPECT_LE(home.poll(), 2U) << "a simulated clock does not move while somebody looks";
    EXPECT_TRUE(threads.empty()) << "it waits for the disk";
}

TEST(VigilTest, LooksUntilWhatItWaitsForHasCome) {
    const auto looks = std::thread::hardware_concurrency() > 1 ? 1U : 0U;
    boost::asio::io_context context;
    Vigil vigil(context.get_executor(), std::chrono::milliseconds(50));
    vigil.begin();
    vigil.begin();
    EXPECT_EQ(context.poll_one(), looks);
    EXPECT_EQ(context.poll_one(), looks) << "it looks again";
    vigil.end();
    EXPECT_EQ(context.poll(), looks);
    EXPECT_EQ(context.poll(), 0U);
}

TEST(VigilTest, EndsByItself) {
    boost::asio::io_context context;
    Vigil vigil(context.get_executor(), std::chrono::milliseconds(1));
    for (int time = 0; time < 2; ++time) {
        vigil.begin();
        context.restart();
        context.run_for(std::chrono::seconds(20));
        EXPECT_TRUE(context.stopped()) << "it still looks";
    }
}

}  // namespace
}  // namespace luot::server::store
