"""Training of the learned reader from hand-coded reports; needs the extra `train`."""
