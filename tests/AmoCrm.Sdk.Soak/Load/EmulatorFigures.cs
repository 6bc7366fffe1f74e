namespace AmoCrm.Sdk.Soak.Load;

/// <summary>What an emulator counted.</summary>
/// <param name="Address">Where it listens.</param>
/// <param name="Host">The account.</param>
/// <param name="AccessToken">A token of it.</param>
/// <param name="ClientId">The integration.</param>
/// <param name="Requests">All requests.</param>
/// <param name="Refused">Those above the limits.</param>
/// <param name="MostInOneSecond">The most that came within any one second.</param>
internal sealed record EmulatorFigures(Uri Address, string Host, string AccessToken, string ClientId, long Requests, long Refused, int MostInOneSecond);
