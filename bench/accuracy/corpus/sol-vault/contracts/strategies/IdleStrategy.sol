// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {BaseStrategy} from "./BaseStrategy.sol";
import {IERC20} from "../interfaces/IERC20.sol";

contract IdleStrategy is BaseStrategy {
    constructor(address asset_) BaseStrategy(asset_) {}

    function totalAssets() external view override returns (uint256) {
        return IERC20(asset).balanceOf(address(this));
    }

    function deposit(uint256 amount) external override {
        IERC20(asset).transferFrom(msg.sender, address(this), amount);
    }

    function withdraw(uint256 amount) external override returns (uint256) {
        IERC20(asset).transfer(msg.sender, amount);
        return amount;
    }

    function _harvest() internal pure override returns (uint256) {
        return 0;
    }
}
