// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {Raffle, RoundId} from "../src/Raffle.sol";
import {MockRandomness} from "./mocks/MockRandomness.sol";

contract Player {
    receive() external payable {}

    function enter(Raffle raffle) external payable {
        raffle.buy{value: msg.value}(1);
    }
}

contract RaffleTest {
    MockRandomness source = new MockRandomness();
    Raffle raffle = new Raffle(source, uint64(block.timestamp + 1));

    function test_the_only_player_wins() external {
        Player player = new Player();
        player.enter{value: 0.01 ether}(raffle);
        raffle.draw();
        source.answer(raffle, 7);
        assert(address(player).balance == 0.01 ether);
    }

    function test_quote() external view {
        assert(raffle.quote(3) == 0.03 ether);
    }
}
