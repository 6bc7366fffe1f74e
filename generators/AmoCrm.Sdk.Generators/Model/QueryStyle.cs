namespace AmoCrm.Sdk.Generators.Model;

/// <summary>How a param is spelt in the query string.</summary>
internal enum QueryStyle
{
    /// <summary><c>a=1</c></summary>
    Plain,

    /// <summary><c>a=1,2</c></summary>
    Comma,

    /// <summary><c>a[]=1</c>, <c>a[k]=v</c></summary>
    Brackets,
}
