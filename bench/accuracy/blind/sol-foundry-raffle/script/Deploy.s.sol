// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IRandomness} from "../src/interfaces/IRandomness.sol";
import {RollingRaffle} from "../src/extensions/RollingRaffle.sol";

contract Deploy {
    function run(IRandomness source) external returns (RollingRaffle raffle) {
        raffle = new RollingRaffle(source, 7 days);
    }
}
