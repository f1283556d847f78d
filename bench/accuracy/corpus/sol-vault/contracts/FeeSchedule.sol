// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

contract FeeSchedule {
    uint256 public constant MAX_BPS = 10_000;

    /* function performanceFee(uint256 profit) external pure returns (uint256) {
        return profit / 10;
    } */

    string public constant DOC = "function entryFee(uint256 amount) external";

    function managementFee(uint256 assets, uint256 secondsHeld) external pure returns (uint256) {
        return (assets * 200 * secondsHeld) / (MAX_BPS * 365 days);
    }

    function quote(uint256 assets) external pure returns (uint256) {
        return assets / MAX_BPS;
    }

    function quote(uint256 assets, uint256 bps) external pure returns (uint256) {
        return (assets * bps) / MAX_BPS;
    }

    function _legacyFee(uint256 assets) private pure returns (uint256) {
        return assets / 50;
    }
}
