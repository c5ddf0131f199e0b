package dev.duodang.ledger;

/** What an account is for. Most are kept for each party. */
enum Account {
  /** What the work of others costs. */
  EXPENSE(Kind.EXPENSE, "服务成本", "Service cost"),
  /** What customers and brands are charged. */
  INCOME(Kind.INCOME, "服务收入", "Service income"),
  /** Owed to a party. */
  PAYABLE(Kind.LIABILITY, "应付", "Payable"),
  /** Owed by a customer or brand. */
  RECEIVABLE(Kind.ASSET, "应收", "Receivable"),
  /** Owed to a party, but contested. */
  DISPUTED(Kind.LIABILITY, "争议", "Disputed"),
  REBATE_EXPENSE(Kind.EXPENSE, "返点成本", "Rebate cost"),
  REBATE_INCOME(Kind.INCOME, "返点收入", "Rebate income"),
  /** Rebates that a party has earned so far, or that it owes. */
  REBATE_ACCRUAL(Kind.LIABILITY, "返点计提", "Rebate accrual"),
  /** Cash of customers in a party's hands. */
  COLLECTED_CASH(Kind.ASSET, "代收款", "Collected cash"),
  CASH(Kind.ASSET, "资金", "Cash"),
  DEPOSIT(Kind.LIABILITY, "保证金", "Deposit"),
  RETENTION(Kind.LIABILITY, "质保金", "Retention"),
  ADVANCE(Kind.ASSET, "预付", "Advance"),
  REWARD(Kind.EXPENSE, "奖励", "Reward"),
  FINE(Kind.INCOME, "罚款", "Fine"),
  INPUT_TAX(Kind.ASSET, "进项税", "Input tax"),
  OUTPUT_TAX(Kind.LIABILITY, "销项税", "Output tax"),
  /** What a department is charged by another; the party is the cost centre. */
  INTERNAL_COST(Kind.EXPENSE, "内部成本", "Internal cost"),
  /** What a department charges another; the party is the cost centre. */
  INTERNAL_INCOME(Kind.INCOME, "内部收入", "Internal income"),
  /** What others pay among themselves; nothing of it is the company's. */
  MEMO_COST(Kind.MEMORANDUM, "备查成本", "Memorandum cost"),
  MEMO_DUE(Kind.MEMORANDUM, "备查应付", "Memorandum due");

  private final Kind kind;
  private final String chinese;
  private final String english;

  Account(Kind kind, String chinese, String english) {
    this.kind = kind;
    this.chinese = chinese;
    this.english = english;
  }

  /** Where an account stands in a balance sheet or profit and loss. */
  enum Kind {
    ASSET,
    LIABILITY,
    INCOME,
    EXPENSE,
    MEMORANDUM
  }

  Kind kind() {
    return kind;
  }

  String chinese() {
    return chinese;
  }

  String english() {
    return english;
  }
}
