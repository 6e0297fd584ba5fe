"""Pages of any PDF onto sheets: order, plan, marks, file."""
