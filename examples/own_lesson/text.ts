/** Ten sentences as learners write them, made up for this lesson. */
export const text = "I like dogs. I like cats. I keep dogs at home. " +
  "I keep cats at home. I eat rice. I eat bread. I cook rice at home. " +
  "I buy bread at school. My friends like dogs. My friends eat bread.";
