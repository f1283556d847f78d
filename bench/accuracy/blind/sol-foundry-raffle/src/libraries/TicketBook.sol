// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

/// @notice Tickets as ranges: buying a hundred costs as much storage as buying one.
library TicketBook {
    struct Book {
        uint256 total;
        uint256[] ends;
        mapping(uint256 end => address) owner;
    }

    error NoTickets();

    function add(Book storage book, address buyer, uint256 count) internal {
        if (count == 0) revert NoTickets();
        book.total += count;
        book.ends.push(book.total);
        book.owner[book.total] = buyer;
    }

    function at(Book storage book, uint256 ticket) internal view returns (address) {
        uint256 low = 0;
        uint256 high = book.ends.length;
        while (low < high) {
            uint256 mid = (low + high) / 2;
            if (book.ends[mid] > ticket) high = mid;
            else low = mid + 1;
        }
        return book.owner[book.ends[low]];
    }

    function merge(Book storage left, Book storage right) internal {
        for (uint256 i = 0; i < right.ends.length; i++) {
            uint256 end = right.ends[i];
            add(left, right.owner[end], i == 0 ? end : end - right.ends[i - 1]);
        }
    }
}

function min(uint256 a, uint256 b) pure returns (uint256) {
    return a < b ? a : b;
}
