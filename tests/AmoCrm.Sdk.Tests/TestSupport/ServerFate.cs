namespace AmoCrm.Sdk.Tests.TestSupport;

/// <summary>What becomes of a request to a <see cref="CreatingServer"/>.</summary>
internal enum ServerFate
{
    /// <summary>Bad items are named and nothing is created; where there are none, all are.</summary>
    Works,

    /// <summary>As before, but bad items are not named.</summary>
    NamesNobody,

    /// <summary>All are created, and the answer tells of every other one.</summary>
    TellsOfSome,

    /// <summary>Bad items are named, the sound ones created all the same, and every other one of those told of.</summary>
    RefusesAndCreates,

    /// <summary>All are created, and the answer is lost.</summary>
    LosesTheAnswer,

    /// <summary>Nothing is created, and nobody can know.</summary>
    LosesTheRequest,

    /// <summary>Half are created before it fails with 500.</summary>
    FailsHalfWay,

    /// <summary>All are created, and the answer is no JSON.</summary>
    AnswersNonsense,

    /// <summary>All are created, and the transport throws what nobody declared.</summary>
    ThrowsSomethingElse,

    /// <summary>422: nothing is created.</summary>
    CannotProcess,

    /// <summary>429: nothing is created.</summary>
    IsTooBusy,

    /// <summary>Nothing leaves.</summary>
    CannotBeReached,
}
