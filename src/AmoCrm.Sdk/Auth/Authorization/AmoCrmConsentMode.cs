namespace AmoCrm.Sdk;

/// <summary>How amoCRM's consent page behaves when it was opened in a window of its own.</summary>
public enum AmoCrmConsentMode
{
    /// <summary>The window closes, and the one that opened it goes to the redirect URI.</summary>
    Popup,

    /// <summary>The redirect happens inside the window, and your page has to close it.</summary>
    PostMessage,
}
