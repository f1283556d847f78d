// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

interface IStrategy {
    event Harvested(uint256 profit);

    function asset() external view returns (address);

    function totalAssets() external view returns (uint256);

    function deposit(uint256 amount) external;

    function withdraw(uint256 amount) external returns (uint256 withdrawn);
}
