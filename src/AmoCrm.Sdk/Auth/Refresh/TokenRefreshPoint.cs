namespace AmoCrm.Sdk.Auth.Refresh;

/// <summary>
/// The places of a refresh between two awaits. A test host kills its process at each of them (the soak program <c>refresh-kill</c>): no refresh token may be lost at any.
/// </summary>
internal enum TokenRefreshPoint
{
    Started,
    RecordRead,
    LeaseTaken,
    RecordReadInLease,
    PermitTaken,
    SpendingNoted,
    Answered,
    PairKept,
    ProofStarted,
    ProofNoted,
}
